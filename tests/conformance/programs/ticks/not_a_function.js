// What does nextTick say when it is not given a function?
for (const wrong of [undefined, null, 42, 'name', {}]) {
  try {
    process.nextTick(wrong);
  } catch (error) {
    console.log(error.code, '-', error.message);
  }
}
