package dev.stagedoor.me;

import dev.stagedoor.access.ExternalIdentities;
import dev.stagedoor.access.SessionService;
import dev.stagedoor.favorite.FavoriteService;
import dev.stagedoor.notification.EmailNotifications;
import dev.stagedoor.profile.ProfileService;
import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Exports all data that the service stores about a user. */
@Service
@RequiredArgsConstructor
public class ExportService {

    private final MeService me;
    private final ExportQuery query;
    private final ProfileService profiles;
    private final FavoriteService favorites;
    private final SessionService sessions;
    private final ExternalIdentities identities;
    private final EmailNotifications emails;
    private final Clock clock;

    public ExportDto export(UUID userId) {
        var user = me.read(userId);
        return new ExportDto(
                clock.instant(),
                query.account(userId),
                query.profile(userId),
                profiles.preferences(userId),
                profiles.background(userId),
                user.companies(),
                favorites.listAll(userId),
                sessions.history(userId),
                identities.linked(userId),
                emails.list(userId),
                query.changes(userId));
    }
}
