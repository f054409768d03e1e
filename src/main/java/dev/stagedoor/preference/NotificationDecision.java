package dev.stagedoor.preference;

/** A decision about a notification through one channel. */
public record NotificationDecision(
        NotificationRecipient recipient, NotificationChannel channel, DecisionDto decision) {}
