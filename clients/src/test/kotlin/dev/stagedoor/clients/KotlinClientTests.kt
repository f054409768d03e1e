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
import dev.stagedoor.clients.mobile.models.LoginDto
import dev.stagedoor.clients.mobile.models.RegisterDto
import dev.stagedoor.clients.mobile.models.UpdateNotificationPrefsDto
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.ExtendWith
import java.util.UUID

/** Calls the service with the generated Kotlin clients, like a mobile app and a dashboard. */
@ExtendWith(ServiceExtension::class)
class KotlinClientTests {

    @Test
    fun newUserSavesActivitiesAndTheOwnerSeesThem(service: Service) {
        val accounts = AccountsApi(service.url)
        val owner = accounts.login(LoginDto(email = "oscar@example.com", password = "climb-when-you-are-ready"))
        val session = accounts.register(
            RegisterDto(
                email = "${UUID.randomUUID()}@example.com",
                password = "curtain-up-at-eight",
                firstName = "Noor",
                lastName = "Haddad",
                language = "en-GB",
            ),
        )
        dev.stagedoor.clients.dashboard.infrastructure.ApiClient.accessToken = owner.accessToken
        ApiClient.accessToken = session.accessToken
        val analytics = AnalyticsApi(service.url)
        val before = analytics.getFavoriteAnalytics(type = null).totals.favoritesCount

        val me = MeApi(service.url)
        assertThat(me.getMe().firstName).isEqualTo("Noor")

        val preferences =
            me.updateNotificationPreferences(UpdateNotificationPrefsDto(notificationsEnabled = false))
        assertThat(preferences.effective.push).isFalse()
        assertThat(preferences.pushEnabled).isTrue()

        val catalog = ActivitiesApi(service.url)
        val company = owner.user.companies.single().id
        val activities = catalog.listActivities(companyId = company, limit = 5).items.map { it.id }
        val favorites = FavoritesApi(service.url)
        activities.forEach { assertThat(favorites.createFavorite(CreateFavoriteDto(it)).activityId).isEqualTo(it) }
        assertThat(pages(favorites)).containsExactlyElementsOf(activities.reversed())
        val activity = catalog.getActivity(activities.first())
        assertThat(activity.favorite).isTrue()
        assertThat(activity.type).isIn(ActivityType.SLOT_BASED, ActivityType.SERVICE)
        assertThatThrownBy { favorites.createFavorite(CreateFavoriteDto(UUID.randomUUID())) }
            .isInstanceOfSatisfying(ClientException::class.java) { assertThat(it.statusCode).isEqualTo(404) }

        assertThat(activities).hasSize(5)
        assertThat(analytics.getFavoriteAnalytics(type = null).totals.favoritesCount).isEqualTo(before + 5)
    }

    private fun pages(favorites: FavoritesApi): List<UUID> {
        val ids = mutableListOf<UUID>()
        var cursor: String? = null
        do {
            val page = favorites.listFavorites(limit = 2, cursor = cursor)
            ids += page.items.map { it.activityId }
            cursor = page.nextCursor
        } while (cursor != null)
        return ids
    }
}
