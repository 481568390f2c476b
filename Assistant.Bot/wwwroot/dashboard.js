// Keeps the board fresh. The page works without this: it is the same board, fetched again and again by itself.
import { keepFresh } from "/live.js";

const board = document.querySelector("[data-live]");
const lost = document.querySelector("[data-live-lost]");
if (board) {
  const address = new URL(location.href);
  address.searchParams.set("handler", board.dataset.live);
  address.searchParams.delete("said");
  keepFresh(board, address, connected => {
    lost.hidden = connected;
    lost.textContent = connected ? "" : board.dataset.lost;
  });
}
