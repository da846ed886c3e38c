function expire() {
  const session = undefined;
  session.close();
}
setTimeout(expire, 10);
