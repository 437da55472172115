// Starts the program. Where that fails the page stays as it is and says so.
try {
  const { default: start } = await import("{glue}");
  await start({ module_or_path: "{program}" });
} catch (error) {
  document.getElementById("unavailable")?.removeAttribute("hidden");
  throw error;
}
