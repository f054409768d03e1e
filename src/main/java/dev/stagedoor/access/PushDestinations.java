package dev.stagedoor.access;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The SQL expression of the active push registrations of a user, for queries of other packages. */
public final class PushDestinations {

    /**
     * Whether registration {@code r} of user {@code u} is active at {@code :now}. A registration of a session ends with it. A
     * registration of an external token ends when the account rejects the token.
     */
    static final String ACTIVE = """
            (EXISTS (SELECT FROM access.sessions s
                     WHERE s.id = r.session_id AND s.ended_at IS NULL AND s.expires_at > :now)
             OR r.session_id IS NULL AND (u.credentials_changed_at IS NULL OR r.updated_at > u.credentials_changed_at))""";

    /**
     * The active registrations of user {@code u} as a {@code text[]} for {@link #parse}, latest first. Empty unless the boolean
     * {@code :withDevices} is true.
     */
    public static final String OF_USER = """
            ARRAY(SELECT r.platform || ' ' || r.token FROM access.push_registrations r
                  WHERE CAST(:withDevices AS boolean) AND r.user_id = u.id AND %s
                  ORDER BY r.updated_at DESC, r.id DESC)""".formatted(ACTIVE);

    private PushDestinations() {}

    public static List<PushDestination> parse(Array devices) throws SQLException {
        return Stream.of((String[]) devices.getArray())
                .map(device -> device.split(" ", 2))
                .map(parts -> new PushDestination(PushPlatform.valueOf(parts[0]), parts[1]))
                .toList();
    }
}
