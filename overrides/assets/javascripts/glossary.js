// The glossary's filter: names in either language, half-typed syllables, and the consonants that words start with.
(() => {
  "use strict";
  const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  const VOWELS = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", ..."ㅛㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", ..."ㅠㅡ", "ㅡㅣ", "ㅣ"];
  const FINALS = ["", ..."ㄱㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", ..."ㄷㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", ..."ㅁㅂ", "ㅂㅅ",
    ..."ㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];
  // Keyboards join consonants that are typed in a row.
  const JOINED = { ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ", ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ" };

  const plain = (text) => text.normalize("NFC").toLowerCase().replace(/[\s-]+/g, "");
  const parts = (character) => {
    const code = character.charCodeAt(0) - 0xac00;
    return code >= 0 && code < 11172 ? [Math.floor(code / 588), Math.floor((code % 588) / 28), code % 28] : null;
  };
  const letters = (text) => [...text].map((character) => {
    const found = parts(character);
    return found ? INITIALS[found[0]] + VOWELS[found[1]] + FINALS[found[2]] : JOINED[character] || character;
  }).join("");
  const initials = (text) => [...text].map((character) => {
    const found = parts(character);
    return found ? INITIALS[found[0]] : character;
  }).join("");

  // A query fits a name by its letters from the start of a syllable on, or by the first consonants of its syllables.
  function fits(query, name) {
    const wanted = letters(query);
    if (/^[ㄱ-ㅎ]+$/.test(wanted) && initials(name).includes(wanted)) return true;
    return [...name].some((_, start) => letters(name.slice(start)).startsWith(wanted));
  }

  function filter(input) {
    const query = plain(input.value);
    let left = 0;
    let group = null;
    const close = () => { if (group) group.heading.hidden = !group.left; };
    for (const element of document.querySelectorAll("article h2[id^=moa-letter-], article .moa-entry")) {
      if (element.matches("h2")) {
        close();
        group = { heading: element, left: 0 };
        continue;
      }
      element.hidden = Boolean(query) && !element.dataset.names.split("|").some((name) => fits(query, plain(name)));
      if (!element.hidden) { left += 1; if (group) group.left += 1; }
    }
    close();
    document.querySelector(".moa-letters").hidden = Boolean(query); // some of them lead nowhere now
    const status = input.parentElement.querySelector("[role=status]");
    status.textContent = !query ? "" : left ? `${left}` : status.dataset.none;
  }

  addEventListener("input", (event) => { if (event.target.id === "moa-filter") filter(event.target); });
  addEventListener("DOMContentLoaded", () => document$.subscribe(() => {
    const box = document.querySelector(".moa-filter");
    if (!box) return;
    box.hidden = false;
    filter(box.querySelector("input")); // the browser may have kept what was typed
  }));
})();
