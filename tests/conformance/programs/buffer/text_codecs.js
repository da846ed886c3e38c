// TextEncoder, TextDecoder, atob, btoa.
console.log(new TextEncoder().encode('é'), new TextDecoder().decode(new Uint8Array([0xc3, 0xa9])), btoa('hi'), atob('aGk='));
console.log(new TextDecoder('utf-8').decode(Buffer.from([0x68, 0xff, 0x69])), new TextDecoder().encoding);
