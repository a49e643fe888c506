"use strict";
// The table of requests. Everything else on the page is there without this script. Whatever comes from receipts is put in as
// text nodes only.
(() => {
  const PAGE = 50;
  const MOST_PRINTED = 500;
  const MOST_COPIED = 1000;
  const MARKS = {
    stamped: ["ours", "✓ yours"],
    present: ["ours", "✓ yours"],
    other: ["other", "≠ another's"],
    none: ["none", "✕ none"],
  };

  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const texts = data.texts;
  const total = data.method.length;
  const number = new Intl.NumberFormat("en").format;

  /** A text column: its cells are places in the list of texts. */
  const TEXTS = [
    ...["method", "type", "action", "name", "group", "subscription", "tenant"],
    ...["id", "why", "route", "host", "api", "failure"],
  ];

  const COLUMNS = [
    { key: "method", label: "Method", text: true },
    { key: "type", label: "Resource type", text: true },
    { key: "name", label: "Resource", text: true, spare: true },
    { key: "pid", label: "Tracking ID", text: true },
    { key: "route", label: "Route", text: true, spare: true },
    { key: "status", label: "Status", numeric: true, spare: true },
    { key: "count", label: "Times", numeric: true, spare: true },
    { key: "first", label: "First sent, UTC", spare: true },
  ];

  const firstTrace = new Int32Array(total);
  for (let row = 1; row < total; row++) {
    firstTrace[row] = firstTrace[row - 1] + data.traces[row - 1];
  }

  const state = { search: "", purpose: "", pid: "", column: COLUMNS[7], descending: false, page: 0, rows: [] };

  // --- Which rows ---

  const lower = texts.map((text) => text.toLowerCase());
  const lowerTrace = data.trace.map((part) => (typeof part === "string" ? part.toLowerCase() : ""));
  const columns = TEXTS.map((key) => Int32Array.from(data[key]));

  /** Each word is looked up among the texts, of which there are fewer than cells; then rows only compare numbers. */
  function rowsWith(word) {
    const found = Uint8Array.from(lower, (text) => (text.includes(word) ? 1 : 0));
    const hits = new Uint8Array(total);
    for (const column of columns) {
      for (let row = 0; row < total; row++) {
        hits[row] |= found[column[row]];
      }
    }
    for (let row = 0; row < total; row++) {
      hits[row] ||= String(data.status[row]) === word || hasTrace(row, word) ? 1 : 0;
    }
    return hits;
  }

  function hasTrace(row, word) {
    const from = firstTrace[row] * 4;
    for (let i = from + 2; i < from + data.traces[row] * 4; i += 4) {
      if (lowerTrace[i].includes(word) || lowerTrace[i + 1].includes(word)) {
        return true;
      }
    }
    return false;
  }

  /** The places of these words in the list of texts, as rows have them. */
  function places(...words) {
    return new Set(words.map((word) => texts.indexOf(word)).filter((place) => place >= 0));
  }

  const MARKED = {
    "": places("stamped", "present", "other", "none"),
    ours: places("stamped", "present"),
    missing: places("other", "none"),
    other: places("other"),
    none: places("none"),
  };

  function select() {
    const words = state.search.toLowerCase().split(/\s+/).filter(Boolean).map(rowsWith);
    const purpose = state.purpose === "" ? places("writes", "actions", "deletes", "reads") : places(state.purpose);
    const marked = MARKED[state.pid];
    state.rows = order.filter(
      (row) => purpose.has(data.purpose[row]) && marked.has(data.pid[row]) && words.every((hits) => hits[row] === 1),
    );
    state.page = 0;
  }

  // --- In which order ---

  let ranks = null;

  /** The place of each text in the alphabet, worked out when it is first asked for. */
  function rank() {
    if (ranks === null) {
      ranks = new Int32Array(texts.length);
      lower
        .map((text, i) => i)
        .sort((a, b) => (lower[a] < lower[b] ? -1 : lower[a] > lower[b] ? 1 : a - b))
        .forEach((text, place) => (ranks[text] = place));
    }
    return ranks;
  }

  /** All rows are kept in order, so that typing only has to leave some out. */
  const order = Int32Array.from(data.method, (method, row) => row);

  function sort() {
    const values = data[state.column.key];
    const place = state.column.text ? rank() : null;
    const sign = state.descending ? -1 : 1;
    const keys = Float64Array.from(values, (value) => sign * (place === null ? value : place[value]));
    order.sort((a, b) => keys[a] - keys[b] || data.first[a] - data.first[b] || a - b);
  }

  // --- What is shown ---

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  /**
   * Somebody else's text stays by itself: right-to-left letters in it don't reorder what is around it. A line may break behind
   * a slash.
   */
  function foreign(text) {
    const parts = text.split("/").flatMap((part, i) => (i === 0 ? [part] : ["/", element("wbr"), part]));
    return element("bdi", {}, ...parts);
  }

  function time(milliseconds) {
    const text = new Date(data.base + milliseconds).toISOString();
    return text.slice(0, 10) + " " + text.slice(11, 19);
  }

  function mark(row) {
    const [kind, label] = MARKS[texts[data.pid[row]]];
    return element("span", { className: "mark " + kind, textContent: label });
  }

  function statusText(row) {
    const status = data.status[row];
    if (status !== 0) {
      return String(status);
    }
    return data.failure[row] === 0 ? "not seen" : "failed";
  }

  function statusCell(row) {
    const refused = data.status[row] >= 400 || data.failure[row] !== 0;
    return element("td", { className: "spare number" + (refused ? " refused" : ""), textContent: statusText(row) });
  }

  function typeText(row) {
    const action = texts[data.action[row]];
    return texts[data.type[row]] + (action === "" ? "" : "/" + action);
  }

  function tableRow(row) {
    const toggle = element("button", { type: "button", className: "toggle" });
    toggle.setAttribute("aria-expanded", "false");
    toggle.setAttribute("aria-label", "Details of " + texts[data.method[row]] + " " + typeText(row));
    const cells = element(
      "tr",
      {},
      element("td", { className: "nowrap" }, toggle, foreign(texts[data.method[row]])),
      element("th", { scope: "row" }, foreign(typeText(row))),
      element("td", { className: "spare name" }, foreign(texts[data.name[row]])),
      element("td", {}, mark(row)),
      element("td", { className: "spare route" }, foreign(texts[data.route[row]])),
      statusCell(row),
      element("td", { className: "spare number", textContent: number(data.count[row]) }),
      element("td", { className: "spare nowrap", textContent: time(data.first[row]) }),
    );
    toggle.addEventListener("click", () => toggleDetails(toggle, cells, row));
    return cells;
  }

  function toggleDetails(toggle, cells, row) {
    const open = toggle.getAttribute("aria-expanded") === "true";
    toggle.setAttribute("aria-expanded", String(!open));
    if (open) {
      cells.nextElementSibling.remove();
    } else {
      cells.after(element("tr", { className: "more-of" }, element("td", { colSpan: COLUMNS.length }, details(row))));
    }
  }

  function details(row) {
    const list = element("dl");
    const add = (label, ...content) => list.append(element("dt", { textContent: label }), element("dd", {}, ...content));
    const addText = (label, key) => {
      if (data[key][row] !== 0) {
        add(label, foreign(texts[data[key][row]]));
      }
    };
    addText("Tracking ID", "id");
    addText("No ID of yours because", "why");
    addText("Resource", "name");
    addText("Resource group", "group");
    addText("Subscription", "subscription");
    addText("Tenant", "tenant");
    addText("Host", "host");
    addText("API version", "api");
    addText("Route", "route");
    add("Status", statusText(row));
    addText("Failure", "failure");
    add("Times", number(data.count[row]));
    add("First sent", time(data.first[row]) + " UTC");
    if (data.traces[row] > 0) {
      add("For Microsoft", traces(row));
    }
    return list;
  }

  function traces(row) {
    const list = element("ul");
    traceLines(row).forEach((trace) => list.append(element("li", {}, foreign(trace.text))));
    const more = data.count[row] - data.traces[row];
    if (more > 0) {
      list.append(element("li", { textContent: number(more) + " more in the receipts" }));
    }
    return list;
  }

  function traceLines(row) {
    const lines = [];
    for (let i = firstTrace[row]; i < firstTrace[row] + data.traces[row]; i++) {
      const [sent, took, correlation, request] = data.trace.slice(i * 4, i * 4 + 4);
      const duration = took < 0 ? "" : ", took " + number(took) + " ms";
      const ids = "correlation ID " + (correlation || "none") + ", request ID " + (request || "none");
      lines.push({ text: time(sent) + " UTC" + duration + ", " + ids, sent, correlation, request });
    }
    return lines;
  }

  function count(amount, what) {
    return number(amount) + " " + what + (amount === 1 ? "" : "s");
  }

  function requestsOf(rows) {
    return rows.reduce((sum, row) => sum + data.count[row], 0);
  }

  function extent(from, visible) {
    const found = count(state.rows.length, "row") + ", " + count(requestsOf(state.rows), "request");
    return found + ". Shown: " + number(from + 1) + " to " + number(from + visible) + ".";
  }

  function show(from, to) {
    const visible = state.rows.slice(from, to);
    byId("table").querySelector("tbody").replaceChildren(...Array.from(visible, tableRow));
    byId("shown").textContent = state.rows.length === 0 ? "No request is like that." : extent(from, visible.length);
    showPages();
  }

  function showPages() {
    const pages = Math.max(1, Math.ceil(state.rows.length / PAGE));
    byId("pages").hidden = pages === 1;
    byId("page").textContent = "Page " + number(state.page + 1) + " of " + number(pages);
    // Not disabled: the focus would be lost under the one that was pressed.
    byId("previous").setAttribute("aria-disabled", String(state.page === 0));
    byId("next").setAttribute("aria-disabled", String(state.page === pages - 1));
  }

  function showPage() {
    show(state.page * PAGE, (state.page + 1) * PAGE);
  }

  function turn(by) {
    const page = state.page + by;
    if (page >= 0 && page * PAGE < state.rows.length) {
      state.page = page;
      showPage();
    }
  }

  // --- What the reader does ---

  function read() {
    state.search = byId("search").value;
    state.purpose = byId("purpose").value;
    state.pid = byId("pid").value;
    select();
    showPage();
  }

  function heading(column) {
    const button = element("button", { type: "button", textContent: column.label });
    const className = (column.numeric ? "number" : "") + (column.spare ? " spare" : "");
    const cell = element("th", { scope: "col", className }, button);
    button.addEventListener("click", () => {
      state.descending = state.column === column && !state.descending;
      state.column = column;
      sort();
      showOrder();
      select();
      showPage();
    });
    return cell;
  }

  function showOrder() {
    const cells = byId("table").querySelectorAll("thead th");
    COLUMNS.forEach((column, i) => {
      if (column === state.column) {
        cells[i].setAttribute("aria-sort", state.descending ? "descending" : "ascending");
      } else {
        cells[i].removeAttribute("aria-sort");
      }
    });
  }

  const CSV = [
    ["method", (row) => texts[data.method[row]]],
    ["type", typeText],
    ...["name", "group", "subscription", "tenant", "host", "api"].map((key) => [key, (row) => texts[data[key][row]]]),
    ["tracking ID", (row) => MARKS[texts[data.pid[row]]][1]],
    ...["id", "why", "route"].map((key) => [key, (row) => texts[data[key][row]]]),
    ["status", statusText],
    ["times", (row) => data.count[row]],
    ["first sent, UTC", (row) => time(data.first[row])],
    ["correlation IDs", (row) => traceLines(row).map((trace) => trace.correlation).join(" ").trim()],
  ];

  /** The rows as filtered and sorted, for a spreadsheet: by RFC 4180. */
  function csv() {
    const lines = [CSV.map(([label]) => label), ...Array.from(state.rows, (row) => CSV.map(([, value]) => value(row)))];
    return lines.map((line) => line.map(csvField).join(",") + "\r\n").join("");
  }

  /** A spreadsheet takes what begins like this for a formula, and runs it, whoever wrote it. */
  function harmless(value) {
    const text = String(value);
    return /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  }

  /** In quotes also with a semicolon, by which spreadsheets in some languages part fields. */
  function csvField(value) {
    const plain = harmless(value);
    return /[",;\t\r\n]/.test(plain) ? '"' + plain.replaceAll('"', '""') + '"' : plain;
  }

  function download() {
    // A spreadsheet takes the mark at its beginning for UTF-8.
    const url = URL.createObjectURL(new Blob(["\ufeff" + csv()], { type: "text/csv" }));
    element("a", { href: url, download: "attribution.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  /** Tab-separated, as spreadsheets and support forms take it. */
  function idsShown() {
    const lines = ["sent (UTC)\tmethod\ttype\tstatus\tcorrelation ID\trequest ID"];
    for (const row of state.rows) {
      for (const trace of traceLines(row)) {
        if (lines.length > MOST_COPIED) {
          return lines;
        }
        const what = [time(trace.sent), texts[data.method[row]], typeText(row), statusText(row)];
        lines.push([...what, trace.correlation, trace.request].map(harmless).join("\t"));
      }
    }
    return lines;
  }

  async function copy(button, text, told) {
    const label = button.dataset.label ?? button.textContent;
    button.dataset.label = label;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copyBySelection(text);
    }
    byId("copied").textContent = told;
    button.textContent = told;
    setTimeout(() => (button.textContent = label), 2000);
  }

  /** For browsers that keep the clipboard from pages that come from a file. */
  function copyBySelection(text) {
    const area = element("textarea", { value: text, className: "unseen" });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  /** From a link of the chart or of what needs attention. */
  function searchFor(search, pid) {
    byId("search").value = search;
    byId("purpose").value = "writes";
    byId("pid").value = pid;
    read();
  }

  function start() {
    byId("table").querySelector("thead tr").append(...COLUMNS.map(heading));
    for (const id of ["controls", "table", "copy-notice"]) {
      byId(id).hidden = false;
    }
    byId("controls").addEventListener("submit", (event) => event.preventDefault());
    byId("search").addEventListener("input", read);
    byId("purpose").addEventListener("change", read);
    byId("pid").addEventListener("change", read);
    byId("previous").addEventListener("click", () => turn(-1));
    byId("next").addEventListener("click", () => turn(1));
    byId("copy-notice").addEventListener("click", (event) => copy(event.currentTarget, byId("notice").textContent, "Copied"));
    byId("copy-ids").addEventListener("click", (event) => {
      const lines = idsShown();
      copy(event.currentTarget, lines.join("\n") + "\n", "Copied " + number(lines.length - 1));
    });
    byId("download").addEventListener("click", download);
    for (const link of document.querySelectorAll('a[href="#requests"]')) {
      link.addEventListener("click", () => searchFor(link.dataset.search ?? "", link.dataset.pid ?? ""));
    }
    // On paper nobody turns pages, and nobody wants a thousand sheets.
    addEventListener("beforeprint", () => {
      for (const box of document.querySelectorAll(".findings details")) {
        box.open = true;
      }
      show(0, MOST_PRINTED);
    });
    addEventListener("afterprint", showPage);
    // Browsers keep what was entered over a reload.
    byId("controls").reset();
    byId("purpose").value = data.purpose.includes(texts.indexOf("writes")) ? "writes" : "";
    sort();
    showOrder();
    read();
  }

  start();
})();
