// Chunks that are here or on their way, by name.
const chunks = {};
// A style sheet, which takes its place after the page's own. What has import maps, as the page asks, has this.
const style = async (answer) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await answer.text());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};
// As a whole: a browser may run what it compiles as it comes before it has checked the last byte.
const instantiate = async (file, integrity, cache) => {
  const answer = await fetch(new URL(file, import.meta.url), { integrity, cache });
  if (file.endsWith(".css")) return style(answer);
  // By the splitter's names: in the program they are shortened (`glue.rs`).
  const shared = {
    memory: wasm.memory,
    __indirect_function_table: wasm.__indirect_function_table,
    __wasm_split_shared0: wasm.__wasm_split_shared0,
  };
  return WebAssembly.instantiate(await answer.arrayBuffer(), { __wasm_split: shared, shared });
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
