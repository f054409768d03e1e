package dev.stagedoor.me;

import dev.stagedoor.access.ExternalIdentities;
import dev.stagedoor.access.PushRegistrationService;
import dev.stagedoor.access.SessionService;
import dev.stagedoor.account.Reauthentication;
import dev.stagedoor.account.password.RawPassword;
import dev.stagedoor.favorite.FavoriteService;
import dev.stagedoor.notification.EmailNotifications;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.Client;
import dev.stagedoor.preference.ConsentHistory;
import dev.stagedoor.preference.PreferenceService;
import dev.stagedoor.profile.ProfileService;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Exports all data that the service stores about a user. */
@Service
@RequiredArgsConstructor
public class ExportService {

    private final Reauthentication reauthentication;
    private final MeService me;
    private final ExportQuery query;
    private final ProfileService profiles;
    private final PreferenceService preferences;
    private final ConsentHistory consents;
    private final FavoriteService favorites;
    private final SessionService sessions;
    private final ExternalIdentities identities;
    private final PushRegistrationService pushRegistrations;
    private final EmailNotifications emails;
    private final Clock clock;

    /** @throws ProblemException {@code reauthentication-required} if the caller did not sign in recently */
    public ExportDto export(CurrentUser caller) {
        reauthentication.requireRecentSignIn(caller);
        return export(caller.userId());
    }

    /** @throws ProblemException as {@link Reauthentication#confirm} */
    public ExportDto export(CurrentUser caller, ExportRequestDto request, Client client) {
        reauthentication.confirm(caller, RawPassword.ofNullable(request.password()), client);
        return export(caller.userId());
    }

    private ExportDto export(UUID userId) {
        var user = me.read(userId);
        return new ExportDto(
                clock.instant(),
                query.account(userId),
                query.profile(userId),
                preferences.read(userId, Locale.ENGLISH),
                consents.listAll(userId),
                profiles.background(userId),
                user.companies(),
                favorites.listAll(userId),
                sessions.history(userId),
                identities.linked(userId),
                pushRegistrations.history(userId),
                emails.list(userId),
                query.changes(userId));
    }
}
