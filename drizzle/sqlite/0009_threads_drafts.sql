CREATE TABLE `drafts` (
	`user_id` text NOT NULL,
	`room_id` text NOT NULL,
	`root_id` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`user_id`, `room_id`, `root_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `drafts_room` ON `drafts` (`room_id`);--> statement-breakpoint
CREATE TABLE `thread_follows` (
	`user_id` text NOT NULL,
	`root_id` text NOT NULL,
	`room_id` text NOT NULL,
	`following` integer NOT NULL,
	`read_seq` integer NOT NULL,
	PRIMARY KEY(`user_id`, `root_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `thread_follows_user_room` ON `thread_follows` (`user_id`,`room_id`);--> statement-breakpoint
CREATE INDEX `thread_follows_root` ON `thread_follows` (`root_id`);--> statement-breakpoint
CREATE INDEX `thread_follows_room` ON `thread_follows` (`room_id`);--> statement-breakpoint
INSERT INTO `thread_follows` (`user_id`, `root_id`, `room_id`, `following`, `read_seq`)
SELECT DISTINCT s.`user_id`, root.`id`, root.`room_id`, 1, r.`end_seq`
FROM `messages` m
JOIN `messages` root ON root.`id` = m.`thread_root_id`
JOIN `rooms` r ON r.`id` = root.`room_id`
JOIN `memberships` s ON s.`room_id` = root.`room_id` AND s.`user_id` IN (m.`author_id`, root.`author_id`)
WHERE m.`thread_root_id` IS NOT NULL AND m.`deleted_at` IS NULL;
