class Service {
  client = connect();
}
new Service();
