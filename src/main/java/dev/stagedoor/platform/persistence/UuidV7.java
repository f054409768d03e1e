package dev.stagedoor.platform.persistence;

import java.util.Collection;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Time-ordered ids (UUID version 7, RFC 9562), so that new rows are appended to the index. */
public final class UuidV7 {

    private UuidV7() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** Converts ids for a parameter {@code CAST(? AS uuid[])}. */
    public static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
