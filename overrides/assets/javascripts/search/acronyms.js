// Acronyms as they are read aloud.
const LETTERS = {
  에이치: "h", 더블유: "w", 에이: "a", 에프: "f", 제이: "j", 케이: "k", 와이: "y", 제트: "z", 아이: "i", 엑스: "x", 브이: "v",
  비: "b", 씨: "c", 시: "c", 디: "d", 이: "e", 지: "g", 엘: "l", 엠: "m", 엔: "n", 오: "o", 피: "p", 큐: "q", 알: "r", 에스: "s", 티: "t", 유: "u",
};
const NAMES = Object.keys(LETTERS);

// 에이피아이서버 is api서버, 코어디엔에스 ends in dns; empty where nothing is spelled out.
export function spelledOut(word) {
  for (let start = 0; start < word.length - 1; start++) {
    const [text, rest, count] = read(word.slice(start));
    if (start ? count > 2 && !rest : count > 1) return text + rest;
  }
  return "";
}

function read(word) {
  let rest = word, text = "", count = 0;
  for (;;) {
    const name = NAMES.find((each) => rest.startsWith(each));
    if (!name) return [text, rest, count];
    text += LETTERS[name];
    rest = rest.slice(name.length);
    count++;
  }
}
