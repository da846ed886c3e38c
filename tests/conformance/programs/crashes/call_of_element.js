const queue = [() => 1];
for (let i = 0; i < 2; i++) console.log(queue[i]());
