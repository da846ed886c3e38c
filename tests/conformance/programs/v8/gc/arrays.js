// Flags: --expose-gc
const array = [{ i: 0 }, { i: 1 }, { i: 2 }];
const refs = array.map((object) => new WeakRef(object));
setTimeout(() => {
  array.length = 2;
  gc(); console.log(refs.map((ref) => ref.deref()?.i));
  setTimeout(() => {
    array[0] = null; delete array[1];
    setTimeout(() => { gc(); console.log(refs.map((ref) => ref.deref()?.i)); });
  });
});
