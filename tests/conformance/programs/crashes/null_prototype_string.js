const bare = Object.create(null);
console.log(`${bare}`);
