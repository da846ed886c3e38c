interface User { name: string }
