// Chunks that are here or on their way, by name.
const chunks = {};
// As a whole: a browser may run what it compiles as it comes before it has checked the last byte.
const instantiate = async (file, integrity, cache) => {
  const answer = await fetch(new URL(file, import.meta.url), { integrity, cache });
  return WebAssembly.instantiate(await answer.arrayBuffer(), { __wasm_split: wasm });
};
const load = (files) => async (answer, waiting) => {
  let came = true;
  try {
    await Promise.all(
      files.map(
        ([file, integrity]) =>
          // Where it came wrong it is asked for again, past what the browser kept; what failed then may come the next time.
          (chunks[file] ??= instantiate(file, integrity)
            .catch(() => instantiate(file, integrity, "no-cache"))
            .catch((error) => {
              delete chunks[file];
              throw error;
            })),
      ),
    );
  } catch {
    came = false;
  }
  wasm.__indirect_function_table.get(answer)(waiting, came);
};
