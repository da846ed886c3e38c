const name = 'x';
console.log(html`<b>${name}</b>`);
