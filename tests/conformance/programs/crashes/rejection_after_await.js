// The stack is captured again where only the function itself is on it.
async function load() {
  try {
    await null;
    throw new Error('once more');
  } catch (error) {
    Error.captureStackTrace(error, load);
    throw error;
  }
}
load();
