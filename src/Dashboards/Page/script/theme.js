// Before anything is painted, so that nobody sees the wrong theme flash. Not a module: modules wait for the page.
(() => {
  const kept = localStorage.getItem("theme");
  if (kept) document.documentElement.dataset.theme = kept;
})();
