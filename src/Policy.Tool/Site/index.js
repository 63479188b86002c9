// Filters the table by words, status and tag. Without this script the whole table is visible.
(() => {
  "use strict";
  const id = name => document.getElementById(name);
  const controls = { words: id("words"), status: id("status"), tag: id("tag") };
  const rows = [...id("log").tBodies[0].rows];

  // Folds words like those of the rows. The letters are Latin-1 and Latin Extended-A, from U+00C0 to U+017F.
  const letters = "aaaaaaaceeeeiiiidnooooo×ouuuuyþsaaaaaaaceeeeiiiidnooooo÷ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  const fold = text => [...text.replace(/[\u0300-\u036f]/g, "")].map(c => letters[c.charCodeAt(0) - 0xc0] ?? c.toLowerCase()).join("");

  const tagsOf = row => [...row.querySelectorAll(".tags li")].map(tag => tag.textContent.toLowerCase());

  function filter() {
    const words = fold(controls.words.value).split(/\s+/).filter(word => word);
    const tag = controls.tag.value.toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const fits = words.every(word => row.dataset.words.includes(word))
        && (!controls.status.value || row.dataset.status === controls.status.value)
        && (!tag || tagsOf(row).includes(tag));
      row.hidden = !fits;
      if (fits) shown++;
    }
    const filtered = words.length > 0 || controls.status.value || tag;
    id("found").textContent = filtered ? `${shown} of ${rows.length} shown` : "";
    id("clear").disabled = !filtered;
  }

  // The URL holds the filter, so that it can be shared, and so that a tag on a record's page can link here.
  function remember() {
    const asked = new URLSearchParams();
    for (const [name, control] of Object.entries(controls)) if (control.value) asked.set(name, control.value);
    history.replaceState(null, "", asked.size ? `#${asked}` : location.pathname + location.search);
  }

  function recall() {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const [name, control] of Object.entries(controls)) {
      const value = (asked.get(name) ?? "").toLowerCase();
      control.value = control.options ? [...control.options].find(option => option.value.toLowerCase() === value)?.value ?? "" : asked.get(name) ?? "";
    }
    filter();
  }

  for (const control of Object.values(controls)) control.addEventListener("input", () => { filter(); remember(); });
  id("clear").addEventListener("click", () => {
    for (const control of Object.values(controls)) control.value = "";
    filter();
    remember();
    controls.words.focus();
  });
  addEventListener("hashchange", recall);
  id("filter").hidden = false;
  recall();
})();
