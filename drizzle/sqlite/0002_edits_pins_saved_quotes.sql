CREATE TABLE `message_versions` (
	`seq` integer PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`body` text NOT NULL,
	`written_at` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `message_versions_message` ON `message_versions` (`message_id`,`seq`);--> statement-breakpoint
CREATE TABLE `saved_messages` (
	`user_id` text NOT NULL,
	`message_id` text NOT NULL,
	`room_id` text NOT NULL,
	`seq` integer NOT NULL,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`user_id`, `message_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_messages_user` ON `saved_messages` (`user_id`,`seq`);--> statement-breakpoint
CREATE INDEX `saved_in_room` ON `saved_messages` (`user_id`,`room_id`,`seq`);--> statement-breakpoint
CREATE INDEX `saved_messages_message` ON `saved_messages` (`message_id`);--> statement-breakpoint
ALTER TABLE `messages` ADD `quoted_id` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `pinned_at` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `pinned_by` text;--> statement-breakpoint
CREATE INDEX `messages_time` ON `messages` (`room_id`,`created_at`,`seq`) WHERE thread_root_id IS NULL AND (deleted_at IS NULL OR reply_count > 0);--> statement-breakpoint
CREATE INDEX `messages_pinned` ON `messages` (`room_id`,`pinned_at`) WHERE pinned_at IS NOT NULL;--> statement-breakpoint
UPDATE `events` SET `json` = json_set(`json`, '$.message.quotedId', NULL, '$.message.pinned', NULL) WHERE `type` IN ('message.created', 'message.edited');--> statement-breakpoint
UPDATE `events` SET `json` = json_set(`json`, '$.room.membership.savedIds', json('[]')) WHERE `type` = 'room.added';
