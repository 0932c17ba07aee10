// Search without a server: search-index.js has set window.smtpdiagIndex to rows of name, title,
// text, path, and more text to search.
(function () {
  "use strict";
  const MOST = 20;
  const base = document.currentScript.dataset.base;
  const form = document.getElementById("search");
  const query = document.getElementById("query");
  const found = document.getElementById("found");
  const results = document.getElementById("results");
  if (!window.smtpdiagIndex || !form) {
    return;
  }
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/ı/g, "i").toLowerCase();
  const rows = window.smtpdiagIndex.map((row) => ({
    row,
    name: plain(row[0]),
    title: plain(row[1]),
    all: plain([row[0], row[1], row[2], row[4]].join(" ")),
  }));

  function rank(entry, text, words) {
    if (entry.name === text) return 0;
    if (entry.name.startsWith(text)) return 1;
    if (entry.title.startsWith(text)) return 2;
    if (entry.title.includes(text)) return 3;
    if (words.every((word) => entry.title.includes(word))) return 4;
    return words.every((word) => entry.all.includes(word)) ? 5 : -1;
  }

  function item(row) {
    const link = document.createElement("a");
    link.href = base + row[3];
    const name = document.createElement("b");
    name.textContent = row[0];
    link.append(name, " " + row[1]);
    if (row[2]) {
      const text = document.createElement("small");
      text.textContent = row[2].replace(/`/g, "");
      link.append(text);
    }
    const li = document.createElement("li");
    li.append(link);
    return li;
  }

  function show() {
    const text = plain(query.value.trim());
    results.replaceChildren();
    found.textContent = "";
    if (!text) {
      return;
    }
    const words = text.split(/\s+/);
    const hits = rows
      .map((entry, order) => ({ entry, order, rank: rank(entry, text, words) }))
      .filter((hit) => hit.rank >= 0)
      .sort((a, b) => a.rank - b.rank || a.order - b.order);
    found.textContent = hits.length ? form.dataset.some.replace("{0}", hits.length) : form.dataset.none;
    results.append(...hits.slice(0, MOST).map((hit) => item(hit.entry.row)));
    if (!hits.length) {
      const none = document.createElement("li");
      none.textContent = form.dataset.none;
      results.append(none);
    }
  }

  function clear() {
    query.value = "";
    show();
  }

  form.hidden = false;
  query.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = results.querySelector("a");
    if (first) first.click();
  });
  form.addEventListener("keydown", (event) => {
    const links = [...results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      clear();
      query.focus();
    } else if (event.key === "ArrowDown" && at + 1 < links.length) {
      event.preventDefault();
      links[at + 1].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (links[at - 1] || query).focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) results.replaceChildren();
  });
  results.addEventListener("click", () => setTimeout(clear, 0));
})();
