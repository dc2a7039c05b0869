// Finds words in the index of the handbook, in the browser alone. Chinese needs no words cut apart: a word is found
// wherever it stands. If nothing has all the words, what has most of their pairs of characters comes near.
"use strict";
(function () {
  var LIMIT = 60, AROUND = 40;
  var form = document.querySelector(".search-form");
  var field = document.getElementById("search-words");
  var said = document.getElementById("search-said");
  var list = document.getElementById("search-results");
  var entries = (window.handbookIndex || []).map(function (e) {
    return { kind: e[0], address: e[1], title: e[2], page: e[3], text: e[4],
      inTitle: plain(e[2]), inPage: plain(e[3]), inText: plain(e[4]) };
  });

  // As long as the text itself, so that what is found can be marked: capitals and full-width letters made plain.
  function plain(text) {
    return text.replace(/[A-Z\u3000\uff01-\uff5e]/g, function (c) {
      if (c === "\u3000") return " ";
      return String.fromCharCode(c.charCodeAt(0) - (c > "z" ? 0xfee0 : 0)).toLowerCase();
    });
  }

  function count(text, word) {
    var n = 0;
    for (var at = text.indexOf(word); at >= 0 && n < 9; at = text.indexOf(word, at + word.length)) n += 1;
    return n;
  }

  function weighed(sum, entry) {
    return entry.kind === "page" ? sum + 30 : entry.kind === "section" ? sum + 10 : sum / 4;
  }

  function score(entry, words) {
    var sum = 0;
    for (var i = 0; i < words.length; i += 1) {
      var word = words[i], inText = count(entry.inText, word);
      var own = (entry.inTitle === word ? 200 : 0) + (entry.inTitle.indexOf(word) >= 0 ? 60 : 0) + inText;
      if (!own && entry.inPage.indexOf(word) < 0) return 0;
      sum += own || 1;
    }
    return weighed(sum, entry);
  }

  function pairs(words) {
    var found = {};
    words.forEach(function (word) {
      if (word.length < 2) found[word] = true;
      for (var i = 0; i + 1 < word.length; i += 1) found[word.slice(i, i + 2)] = true;
    });
    return Object.keys(found);
  }

  function nearness(entry, parts) {
    var whole = entry.inTitle + " " + entry.inText;
    var held = parts.filter(function (part) { return whole.indexOf(part) >= 0; }).length;
    return held / parts.length >= 0.6 ? weighed(100 * held, entry) : 0;
  }

  function ranked(rate) {
    return entries.map(function (entry, i) { return { entry: entry, rate: rate(entry), i: i }; })
      .filter(function (found) { return found.rate > 0; })
      .sort(function (a, b) { return b.rate - a.rate || a.i - b.i; });
  }

  function marked(parent, text, words) {
    var low = plain(text), at = 0;
    while (at < text.length) {
      var next = -1, length = 0;
      words.forEach(function (word) {
        var found = low.indexOf(word, at);
        if (found >= 0 && (next < 0 || found < next || (found === next && word.length > length))) {
          next = found; length = word.length;
        }
      });
      if (next < 0) { parent.append(text.slice(at)); return; }
      parent.append(text.slice(at, next));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(next, next + length);
      parent.append(mark);
      at = next + length;
    }
  }

  function excerpt(entry, words) {
    var first = -1;
    words.forEach(function (word) {
      var found = entry.inText.indexOf(word);
      if (found >= 0 && (first < 0 || found < first)) first = found;
    });
    var from = Math.max(0, first - AROUND), to = Math.min(entry.text.length, Math.max(first, 0) + AROUND * 3);
    return (from ? "…" : "") + entry.text.slice(from, to) + (to < entry.text.length ? "…" : "");
  }

  function shown(found, words) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = found.entry.address;
    marked(link, found.entry.title || found.entry.page, words);
    item.append(link);
    if (found.entry.page) {
      var page = document.createElement("span");
      page.className = "of";
      page.textContent = (found.entry.kind === "example" ? said.dataset.example + " · " : "") + found.entry.page;
      item.append(page);
    }
    var text = document.createElement("p");
    marked(text, excerpt(found.entry, words), words);
    item.append(text);
    list.append(item);
  }

  function search(query) {
    var words = plain(query).split(/\s+/).filter(Boolean);
    list.textContent = "";
    if (!words.length) { said.textContent = said.dataset.type; return; }
    var parts = words;
    var found = ranked(function (entry) { return score(entry, words); });
    var near = !found.length;
    if (near) {
      parts = pairs(words);
      found = ranked(function (entry) { return nearness(entry, parts); });
    }
    var says = said.dataset;
    if (!found.length) said.textContent = says.none.replace("{q}", query);
    else {
      said.textContent = (near ? says.near + " " : "") + says.found.replace("{n}", found.length) +
        (found.length > LIMIT ? " " + says.more.replace("{n}", LIMIT) : "");
    }
    found.slice(0, LIMIT).forEach(function (one) { shown(one, parts); });
  }

  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", function () { search(field.value); });
  form.addEventListener("submit", function (event) { event.preventDefault(); search(field.value); });
  search(field.value);
  field.focus();
})();
