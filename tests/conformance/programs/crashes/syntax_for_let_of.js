for (let of []) {}
