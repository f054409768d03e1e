package dev.stagedoor.clients

import dev.stagedoor.clients.dashboard.apis.AnalyticsApi
import dev.stagedoor.clients.mobile.apis.AccountsApi
import dev.stagedoor.clients.mobile.apis.ActivitiesApi
import dev.stagedoor.clients.mobile.apis.FavoritesApi
import dev.stagedoor.clients.mobile.apis.MeApi
import dev.stagedoor.clients.mobile.infrastructure.ApiClient
import dev.stagedoor.clients.mobile.infrastructure.ClientException
import dev.stagedoor.clients.mobile.models.ActivityType
import dev.stagedoor.clients.mobile.models.CreateFavoriteDto
import dev.stagedoor.clients.mobile.models.RegisterDto
import dev.stagedoor.clients.mobile.models.UpdateNotificationPrefsDto
import dev.stagedoor.support.Http
import dev.stagedoor.support.People
import dev.stagedoor.support.StagedoorTest
import dev.stagedoor.support.Things
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Tag
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import java.util.UUID

/** The story of a mobile app and a dashboard, told with the clients that are generated from the documents. */
@StagedoorTest
@Tag("clients")
class KotlinClientTests(
    @Autowired private val http: Http,
    @Autowired private val people: People,
    @Autowired private val things: Things,
) {
    @Test
    fun aPersonRegistersPrefersSavesPagesAndIsCounted() {
        val company = things.company()
        val activities = things.activities(company, 5)
        val owner = people.member(company, "OWNER")

        val session = AccountsApi(http.address()).register(
            RegisterDto(
                email = People.anyEmail(),
                password = "curtain-up-at-eight",
                firstName = "Noor",
                lastName = "Haddad",
                language = "en-GB",
            ),
        )
        ApiClient.accessToken = session.accessToken
        assertThat(MeApi(http.address()).getMe().firstName).isEqualTo("Noor")

        val preferences = MeApi(http.address())
            .updateNotificationPreferences(UpdateNotificationPrefsDto(notificationsEnabled = false))
        assertThat(preferences.effective.push).isFalse()
        assertThat(preferences.pushEnabled).isTrue()

        val favorites = FavoritesApi(http.address())
        activities.forEach { assertThat(favorites.createFavorite(CreateFavoriteDto(it)).activityId).isEqualTo(it) }
        assertThat(pages(favorites)).containsExactlyElementsOf(activities.reversed())
        val activity = ActivitiesApi(http.address()).getActivity(activities.first())
        assertThat(activity.favorite).isTrue()
        assertThat(activity.type).isIn(ActivityType.SLOT_BASED, ActivityType.SERVICE)
        assertThatThrownBy { favorites.createFavorite(CreateFavoriteDto(UUID.randomUUID())) }
            .isInstanceOfSatisfying(ClientException::class.java) { assertThat(it.statusCode).isEqualTo(404) }

        dev.stagedoor.clients.dashboard.infrastructure.ApiClient.accessToken = owner.accessToken()
        val figures = AnalyticsApi(http.address()).getFavoriteAnalytics(type = null)
        assertThat(figures.totals.favoritesCount).isEqualTo(5)
        assertThat(figures.items).hasSize(5)
    }

    private fun pages(favorites: FavoritesApi): List<UUID> {
        val seen = mutableListOf<UUID>()
        var cursor: String? = null
        do {
            val page = favorites.listFavorites(limit = 2, cursor = cursor)
            seen += page.items.map { it.activityId }
            cursor = page.nextCursor
        } while (cursor != null)
        return seen
    }
}
