// Chunks that are here or on their way, by name.
const chunks = {};
const instantiate = (file, integrity) => {
  const ask = (cache) => fetch(new URL(file, import.meta.url), { integrity, cache });
  const imports = { __wasm_split: wasm };
  // What can't be compiled as it comes, for want of its type or of its end, is asked for again as a whole.
  return WebAssembly.instantiateStreaming(ask(), imports).catch(async () =>
    WebAssembly.instantiate(await (await ask("no-cache")).arrayBuffer(), imports),
  );
};
const load = (files) => async (answer, waiting) => {
  let came = true;
  try {
    await Promise.all(
      files.map(
        ([file, integrity]) =>
          (chunks[file] ??= instantiate(file, integrity).catch((error) => {
            // What failed may come the next time.
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
