CREATE TABLE `custom_emoji` (
	`name` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `custom_emoji_id_unique` ON `custom_emoji` (`id`);--> statement-breakpoint
CREATE INDEX `custom_emoji_blob` ON `custom_emoji` (`sha256`);--> statement-breakpoint
ALTER TABLE `workspace` ADD `members_add_emoji` integer DEFAULT 0 NOT NULL;