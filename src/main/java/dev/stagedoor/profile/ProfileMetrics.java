package dev.stagedoor.profile;

import dev.stagedoor.platform.observability.GaugeSource;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The number of accounts that need a profile and have none. */
@Component
@RequiredArgsConstructor
class ProfileMetrics implements GaugeSource {

    private final UserProfileRepository profiles;

    @Override
    public List<Count> read() {
        return List.of(new Count("stagedoor.users.without.profile", profiles.countUsersWithoutProfile()));
    }
}
