class Repository {
  async find(id) {
    await undefined;
    if (id > 1) throw new RangeError(`no row ${id}`);
    return { id };
  }
}
class Service {
  constructor(repository) { this.repository = repository; }
  async load(...ids) {
    const rows = [];
    for (const id of ids) rows.push(await this.repository.find(id));
    return rows;
  }
}
new Service(new Repository()).load(1, 2).then(console.log);
