package dev.stagedoor.me;

import dev.stagedoor.access.SessionService;
import dev.stagedoor.favorite.FavoriteService;
import dev.stagedoor.notification.Outbox;
import dev.stagedoor.profile.ProfileService;
import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Puts together all that the service holds about a person. */
@Service
@RequiredArgsConstructor
public class ExportService {

    private final MeService me;
    private final ExportQuery reader;
    private final ProfileService profiles;
    private final FavoriteService favorites;
    private final SessionService sessions;
    private final Outbox outbox;
    private final Clock clock;

    public ExportDto export(UUID userId) {
        var known = me.read(userId);
        return new ExportDto(
                clock.instant(),
                reader.account(userId),
                reader.profile(userId),
                profiles.preferences(userId),
                profiles.background(userId),
                known.companies(),
                favorites.all(userId),
                sessions.history(userId),
                outbox.list(userId),
                reader.changes(userId));
    }
}
