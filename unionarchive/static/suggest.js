// While somebody types into a search box, names and headlines that it may become are offered beside it.
"use strict";

const WAIT = 150; // milliseconds without a key before the archive is asked

for (const input of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("datalist");
  list.id = `${input.id}-suggestions`;
  input.after(list);
  input.setAttribute("list", list.id);
  input.autocomplete = "off";
  let timer = 0;
  let asked = "";
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const text = input.value.trim();
      if (!text || text === asked) return;
      asked = text;
      try {
        const response = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`);
        const { suggestions } = await response.json();
        if (asked !== text) return; // something else was typed meanwhile
        list.replaceChildren(...suggestions.map(({ text: label }) => new Option(label, label)));
      } catch {
        list.replaceChildren(); // the box works without
      }
    }, WAIT);
  });
}
