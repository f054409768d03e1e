package dev.stagedoor.profile;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The time zones of the IANA database, with the same names on all JDKs. */
public final class TimeZones {

    /** Names that the JDK omits, or that old JDK versions do not know, with a zone that has the same rules. */
    private static final Map<String, String> LINKS = Map.of(
            "EST", "America/Panama",
            "MST", "America/Phoenix",
            "HST", "Pacific/Honolulu",
            "GMT+0", "Etc/GMT",
            "GMT-0", "Etc/GMT",
            "ROC", "Asia/Taipei",
            "America/Coyhaique", "America/Punta_Arenas");

    static final Set<String> NAMES = Stream.concat(ZoneId.getAvailableZoneIds().stream(), LINKS.keySet().stream())
            .filter(name -> !name.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableSet());

    private TimeZones() {}

    /** Returns null if the name is invalid. */
    static @Nullable String knownOrNull(@Nullable String name) {
        return name != null && NAMES.contains(name) ? name : null;
    }

    /**
     * Returns the zone of a name. {@link ZoneId#of(String)} does not know all names. Returns UTC for an unknown name, because other
     * systems also write profiles.
     */
    public static ZoneId zone(String name) {
        return NAMES.contains(name) ? ZoneId.of(name, LINKS) : ZoneOffset.UTC;
    }
}
