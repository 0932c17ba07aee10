// Goes on to the first of the reader's languages that the page links to.
(function () {
  "use strict";
  const links = [...document.querySelectorAll("a[hreflang]")];
  for (const wanted of navigator.languages || [navigator.language]) {
    const tag = wanted.toLowerCase();
    const link = links.find((each) => tag === each.hreflang || tag.startsWith(each.hreflang + "-"));
    if (link) {
      window.location.replace(link.href);
      return;
    }
  }
})();
