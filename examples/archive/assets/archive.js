// Everything works without this script; it saves a load of the page, and copies.
"use strict";

function said(button, words) {
  const status = button.parentElement.querySelector("[role=status]");
  status.textContent = words;
  setTimeout(() => { status.textContent = ""; }, 4000);
}

// Pages that are not served over https have no clipboard: there the browser's own command copies the selection.
function copySelected(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  const copied = document.execCommand("copy");
  selection.removeAllRanges();
  return copied;
}

async function copy(button) {
  const kind = button.dataset.copy;
  const source = kind === "address" ? document.getElementById("address") : document.getElementById("citation");
  const paragraphs = Array.from(source.querySelectorAll?.("p, pre") ?? []);
  const text = kind === "address" ? source.value
    : (paragraphs.length ? paragraphs : [source]).map((it) => it.textContent.trim()).join("\n");
  const html = source.innerHTML;
  try {
    if (kind === "rich" && window.ClipboardItem) {
      await navigator.clipboard.write([new ClipboardItem({
        "text/html": new Blob([html], { type: "text/html" }),
        "text/plain": new Blob([text], { type: "text/plain" }),
      })]);
    } else {
      await navigator.clipboard.writeText(text);
    }
    said(button, "Copied.");
  } catch {
    if (kind === "address") source.select();
    const copied = kind === "address" ? document.execCommand("copy") : copySelected(source);
    said(button, copied ? "Copied." : "Select the words and copy them.");
  }
}

// The page in another style, of which only the citation is taken.
async function show(form) {
  const select = form.querySelector("select");
  const query = new URLSearchParams(new FormData(form));
  const address = new URL(form.action);
  address.search = query;
  try {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("citation");
    document.getElementById("citation").replaceWith(document.adoptNode(fresh));
    address.hash = "";
    history.replaceState(null, "", address);
  } catch {
    form.submit();
  }
  select.focus();
}

// A static site has every style in its page: one at a time is shown, as elsewhere.
function chooseAmong(list) {
  const names = Array.from(list.querySelectorAll("dt"));
  const box = list.closest(".citation");
  const label = document.createElement("label");
  const select = document.createElement("select");
  label.htmlFor = select.id = "style";
  label.textContent = "Style";
  names.forEach((name, at) => select.append(new Option(name.textContent, at)));
  const words = document.createElement("blockquote");
  words.id = "citation";
  words.className = "citation-words";
  const paragraph = document.createElement("p");
  words.append(paragraph);
  const choose = () => {
    paragraph.replaceChildren(...names[select.value].nextElementSibling.cloneNode(true).childNodes);
  };
  select.addEventListener("change", choose);
  const row = document.createElement("p");
  row.className = "citation-style";
  row.append(label, " ", select);
  list.replaceWith(row, words);
  choose();
  return box;
}

for (const list of document.querySelectorAll(".citation-styles")) chooseAmong(list);
for (const hidden of document.querySelectorAll(".citation-copy, [data-copy]")) hidden.hidden = false;
for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copy(button));
for (const form of document.querySelectorAll("form.citation-style")) {
  form.querySelector("select").addEventListener("change", () => show(form));
}
