while () {}
