DROP INDEX `messages_author_client`;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_client_author` ON `messages` (`client_id`,`author_id`);