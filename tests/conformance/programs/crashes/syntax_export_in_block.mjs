if (true) {
  export const a = 1;
}
