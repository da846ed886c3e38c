// Dates in UTC, numbers and JSON.
const d = new Date(Date.UTC(2024, 1, 29, 12, 30, 45, 678));
console.log(d.toISOString(), JSON.stringify({ d }), d.getTimezoneOffset(), d.toString(), d, new Date('nope'), Date.parse('2024-02-29'));
console.log((1234.5678).toFixed(2), (0.1 + 0.2), (255).toString(16), parseInt('12px'), Number(''), [10, 9, 1].sort(), (1e21) + 1, 2 ** 53 + 1);
