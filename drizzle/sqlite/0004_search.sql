-- What messages say, by their seq: words as the store folds them (src/shared/searchText.ts), so the
-- tokenizer only has to part them at spaces. The messages themselves hold the text.
CREATE VIRTUAL TABLE `message_search` USING fts5(words, facets, content='', contentless_delete=1, tokenize='ascii');
--> statement-breakpoint
-- Every word that was ever said, under each part by which it can be found.
CREATE TABLE `search_words` (
	`part` text NOT NULL,
	`word` text NOT NULL,
	PRIMARY KEY(`part`, `word`)
) WITHOUT ROWID;
--> statement-breakpoint
-- Other changes are followed by the store. This one may take a whole room along.
CREATE TRIGGER `message_search_delete` AFTER DELETE ON `messages` BEGIN
	DELETE FROM `message_search` WHERE rowid = old.seq;
END;
--> statement-breakpoint
INSERT INTO `message_search` (rowid, words, facets)
SELECT m.seq,
	search_tokens(m.body || char(10) || coalesce((
		SELECT group_concat(f.name, char(10)) FROM files f WHERE f.message_id = m.id), '')),
	search_facets(m.room_id, m.author_id, m.thread_root_id, (
		SELECT group_concat(f.type, char(10)) FROM files f WHERE f.message_id = m.id), m.body)
FROM messages m WHERE m.deleted_at IS NULL;
--> statement-breakpoint
CREATE VIRTUAL TABLE `message_search_terms` USING fts5vocab(`message_search`, col);
--> statement-breakpoint
INSERT OR IGNORE INTO `search_words` (part, word)
SELECT p.value, t.term FROM `message_search_terms` t, json_each(search_parts(t.term)) p
WHERE t.col = 'words';
--> statement-breakpoint
DROP TABLE `message_search_terms`;
