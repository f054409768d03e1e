package dev.stagedoor.clients

import dev.stagedoor.clients.admin.apis.APIKeysApi
import dev.stagedoor.clients.admin.apis.CompaniesApi
import dev.stagedoor.clients.admin.apis.NotificationCategoriesApi
import dev.stagedoor.clients.admin.apis.OversightApi
import dev.stagedoor.clients.admin.apis.UsersApi
import dev.stagedoor.clients.admin.models.ApiScope
import dev.stagedoor.clients.admin.models.CategoryDescriptionDto
import dev.stagedoor.clients.admin.models.CategoryNameDto
import dev.stagedoor.clients.admin.models.ChannelDefaultsDto
import dev.stagedoor.clients.admin.models.CreateApiKeyDto
import dev.stagedoor.clients.admin.models.MemberRole
import dev.stagedoor.clients.admin.models.PutMemberDto
import dev.stagedoor.clients.admin.models.PutNotificationCategoryDto
import dev.stagedoor.clients.admin.models.UpdateUserDto
import dev.stagedoor.clients.catalog.apis.CatalogApi
import dev.stagedoor.clients.catalog.models.ActivityType
import dev.stagedoor.clients.catalog.models.PutActivitiesDto
import dev.stagedoor.clients.catalog.models.PutActivitiesItemDto
import dev.stagedoor.clients.catalog.models.PutActivityDto
import dev.stagedoor.clients.catalog.models.PutCompanyDto
import dev.stagedoor.clients.dashboard.apis.AnalyticsApi
import dev.stagedoor.clients.mobile.apis.AccountsApi
import dev.stagedoor.clients.mobile.apis.ActivitiesApi
import dev.stagedoor.clients.mobile.apis.EmailLinksApi
import dev.stagedoor.clients.mobile.apis.FavoritesApi
import dev.stagedoor.clients.mobile.apis.MeApi
import dev.stagedoor.clients.mobile.apis.NotificationsApi
import dev.stagedoor.clients.mobile.infrastructure.ApiResponse
import dev.stagedoor.clients.mobile.infrastructure.ClientException
import dev.stagedoor.clients.mobile.models.ChangePasswordDto
import dev.stagedoor.clients.mobile.models.CreateFavoriteDto
import dev.stagedoor.clients.mobile.models.DeleteMeDto
import dev.stagedoor.clients.mobile.models.ExportRequestDto
import dev.stagedoor.clients.mobile.models.ForgotPasswordDto
import dev.stagedoor.clients.mobile.models.ImportFavoritesDto
import dev.stagedoor.clients.mobile.models.LinkIdentityDto
import dev.stagedoor.clients.mobile.models.LoginDto
import dev.stagedoor.clients.mobile.models.OneTimeTokenDto
import dev.stagedoor.clients.mobile.models.PutBackgroundDto
import dev.stagedoor.clients.mobile.models.RefreshDto
import dev.stagedoor.clients.mobile.models.RegisterDto
import dev.stagedoor.clients.mobile.models.ResetPasswordDto
import dev.stagedoor.clients.mobile.models.UpdateMeDto
import dev.stagedoor.clients.mobile.models.UpdateNotificationPrefsDto
import dev.stagedoor.clients.mobile.models.PushPlatform
import dev.stagedoor.clients.mobile.models.PushRegistrationDto
import dev.stagedoor.clients.sender.apis.NotificationDecisionsApi
import dev.stagedoor.clients.sender.models.DecisionRequestDto
import dev.stagedoor.clients.sender.models.InvalidPushTokensDto
import dev.stagedoor.clients.sender.models.NotificationChannel
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.ExtendWith
import java.util.UUID
import dev.stagedoor.clients.admin.infrastructure.ApiClient as AdminClient
import dev.stagedoor.clients.catalog.infrastructure.ApiClient as CatalogClient
import dev.stagedoor.clients.dashboard.infrastructure.ApiClient as DashboardClient
import dev.stagedoor.clients.mobile.infrastructure.ApiClient as MobileClient
import dev.stagedoor.clients.mobile.models.NotificationChannel as MobileChannel
import dev.stagedoor.clients.sender.infrastructure.ApiClient as SenderClient

/** Calls every operation of all documents. The clients throw an exception for a response that they cannot read. */
@ExtendWith(ServiceExtension::class)
class EveryOperationTests {

    private val called = CalledOperations()

    @Test
    fun everyOperationReturnsADocumentedResponse(service: Service) {
        val accounts = AccountsApi(service.url, called.client)
        val admin = accounts.login(LoginDto("ada@example.com", "house-lights-down-please")).accessToken
        AdminClient.accessToken = admin
        CatalogClient.accessToken = admin
        DashboardClient.accessToken = admin

        val company = UUID.randomUUID()
        val activities = maintainCatalog(CatalogApi(service.url, called.client), company)
        val session = accounts.register(RegisterDto("${UUID.randomUUID()}@example.com", PASSWORD, "Noor", "Haddad"))
        MobileClient.accessToken = session.accessToken
        readPublicData(accounts, ActivitiesApi(service.url, called.client), activities)
        saveFavorites(FavoritesApi(service.url, called.client), activities)
        readStatistics(AnalyticsApi(service.url, called.client), company)
        administer(service, company, session.user.id)
        useEmailLinks(EmailLinksApi(service.url, called.client), session.user.email)

        val again = accounts.login(LoginDto(session.user.email, PASSWORD))
        MobileClient.accessToken = again.accessToken
        val refreshed = accounts.refresh(RefreshDto(again.refreshToken))
        MobileClient.accessToken = refreshed.accessToken
        usePush(NotificationsApi(service.url, called.client))
        useAccount(MeApi(service.url, called.client))
        accounts.logout(RefreshDto(refreshed.refreshToken))

        assertThat(called.missing()).isEmpty()
    }

    private fun maintainCatalog(catalog: CatalogApi, company: UUID): List<UUID> {
        val ids = List(3) { UUID.randomUUID() }
        assertThat(catalog.putCompany(company, PutCompanyDto("Fringe")).id).isEqualTo(company)
        assertThat(catalog.putActivity(ids[0], PutActivityDto(company, "Talk", ActivityType.SERVICE)).id).isEqualTo(ids[0])
        val items = ids.drop(1).map { PutActivitiesItemDto(it, company, "Tour", ActivityType.SLOT_BASED) }
        assertThat(catalog.putActivities(PutActivitiesDto(items)).created).isEqualTo(2)
        catalog.deleteActivity(ids[2])
        return ids.take(2)
    }

    private fun readPublicData(accounts: AccountsApi, catalog: ActivitiesApi, activities: List<UUID>) {
        assertThat(accounts.getJwks().propertyKeys).isNotEmpty()
        assertThat(catalog.listActivities(search = "talk").items).isNotEmpty()
        assertThat(catalog.getActivity(activities.first()).favorite).isFalse()
    }

    private fun saveFavorites(favorites: FavoritesApi, activities: List<UUID>) {
        favorites.createFavorite(CreateFavoriteDto(activities[0]))
        assertThat(favorites.importFavorites(ImportFavoritesDto(activities)).added).containsExactly(activities[1])
        assertThat(favorites.listFavorites().items).hasSize(2)
        assertThat(favorites.getFavorite(activities[0]).activityId).isEqualTo(activities[0])
        favorites.deleteFavorite(activities[0])
    }

    private fun readStatistics(analytics: AnalyticsApi, company: UUID) {
        assertThat(analytics.getFavoriteAnalytics(companyId = company).items).hasSize(2)
        assertThat(analytics.getFavoriteTimeline(companyId = company).points).isNotEmpty()
    }

    private fun administer(service: Service, company: UUID, user: UUID) {
        val users = UsersApi(service.url, called.client)
        assertThat(users.listUsers(search = "noor").items).isNotEmpty()
        assertThat(users.getUser(user).firstName).isEqualTo("Noor")
        assertThat(users.updateUser(user, UpdateUserDto(isOrganizer = true)).isOrganizer).isTrue()
        assertThat(users.getUserAccess(user).sessions).isEqualTo(1)

        val companies = CompaniesApi(service.url, called.client)
        assertThat(companies.listCompanies(search = "fringe").items).isNotEmpty()
        companies.putCompanyMember(company, user, PutMemberDto(MemberRole.ANALYST))
        assertThat(companies.listCompanyMembers(company).items.single().userId).isEqualTo(user)
        companies.deleteCompanyMember(company, user)

        val keys = APIKeysApi(service.url, called.client)
        val key = keys.createApiKey(CreateApiKeyDto("catalog", listOf(ApiScope.catalogColonWrite)))
        assertThat(keys.listApiKeys().items.map { it.id }).contains(key.id)
        keys.deleteApiKey(key.id)

        decide(service, keys, user)
        maintainCategories(NotificationCategoriesApi(service.url, called.client))
        val oversight = OversightApi(service.url, called.client)
        assertThat(oversight.getStats().totalUsers).isPositive()
        assertThat(oversight.listAuditEvents(userId = user).items).isNotEmpty()
        users.endUserSessions(user)
    }

    private fun decide(service: Service, keys: APIKeysApi, user: UUID) {
        val scopes = listOf(ApiScope.notificationsColonDecide, ApiScope.notificationsColonDeliver)
        val key = keys.createApiKey(CreateApiKeyDto("sender", scopes))
        SenderClient.apiKey["X-API-Key"] = key.key
        val sender = NotificationDecisionsApi(service.url, called.client)
        val request = DecisionRequestDto("security", setOf(NotificationChannel.EMAIL), setOf(user))
        assertThat(sender.decideNotifications(request).items.single().deliverTo).isNotNull()
        assertThat(sender.listSenderCategories().items).isNotEmpty()
        sender.reportInvalidPushTokens(InvalidPushTokensDto(listOf("unknown-token")))
        keys.deleteApiKey(key.id)
    }

    private fun maintainCategories(categories: NotificationCategoriesApi) {
        val key = "tests-${System.nanoTime()}"
        val category = PutNotificationCategoryDto(
            CategoryNameDto("News", "Neues"),
            CategoryDescriptionDto("News of the house", "Neues aus dem Haus"),
            false,
            ChannelDefaultsDto(push = true, email = false),
            100,
        )
        assertThat(categories.putNotificationCategory(key, category).key).isEqualTo(key)
        assertThat(categories.getNotificationCategory(key).name.de).isEqualTo("Neues")
        assertThat(categories.listNotificationCategories().items.map { it.key }).contains(key, "security")
        categories.deleteNotificationCategory(key)
    }

    private fun useEmailLinks(links: EmailLinksApi, email: String) {
        links.forgotPassword(ForgotPasswordDto(email))
        val token = "A".repeat(43)
        expectStatus(400) { links.verifyEmail(OneTimeTokenDto(token)) }
        expectStatus(400) { links.restoreAccount(OneTimeTokenDto(token)) }
        expectStatus(400) { links.resetPassword(ResetPasswordDto(token, PASSWORD)) }
        expectStatus(401) { links.requestEmailVerification() }
    }

    private fun useAccount(me: MeApi) {
        useConditionalRequests(me)
        val background = PutBackgroundDto(frameworks = listOf("Compose", mapOf("name" to "SwiftUI", "since" to null)))
        assertThat(me.replaceBackground(background).frameworks).hasSize(2)
        assertThat(me.getBackground().frameworks).hasSize(2)
        me.deleteBackground()
        assertThat(me.getNotificationPreferences().emailEnabled).isFalse()
        assertThat(me.updateNotificationPreferences(UpdateNotificationPrefsDto(emailEnabled = true)).emailEnabled).isTrue()

        assertThat(me.listConsents().items).isNotEmpty()
        assertThat(me.listIdentities().items).isEmpty()
        expectStatus(404) { me.deleteIdentity(UUID.randomUUID()) }
        expectStatus(400) { me.linkIdentity(LinkIdentityDto("token", PASSWORD)) }
        assertThat(me.listSessions().items).isNotEmpty()
        expectStatus(404) { me.deleteSession(UUID.randomUUID()) }
        me.deleteSessions()
        me.changePassword(ChangePasswordDto(PASSWORD, NEXT_PASSWORD))
        assertThat(me.exportMe().account.firstName).isEqualTo("Noor")
        assertThat(me.exportMeWithPassword(ExportRequestDto(NEXT_PASSWORD)).favorites).hasSize(1)
        assertThat(me.deleteMe(DeleteMeDto(NEXT_PASSWORD)).purgeAfter).isNotNull()
    }

    private fun usePush(push: NotificationsApi) {
        assertThat(push.getNotificationDecision("offers", MobileChannel.EMAIL).until).isNull()
        push.putPushRegistration("phone-1", PushRegistrationDto(PushPlatform.IOS, UUID.randomUUID().toString()))
        assertThat(push.listPushRegistrations().items.single().installationId).isEqualTo("phone-1")
        push.deletePushRegistration("phone-1")
    }

    private fun useConditionalRequests(me: MeApi) {
        val etag = etag(me.getMeWithHttpInfo(null))
        assertThat(me.getMeWithHttpInfo(etag).statusCode).isEqualTo(304)
        val settings = mapOf("theme" to "dark", "sound" to null)
        assertThat(me.updateMe(UpdateMeDto(settings = settings), etag).settings).isEqualTo(mapOf("theme" to "dark"))
        expectStatus(412) { me.updateMe(UpdateMeDto(firstName = "Nora"), etag) }
        assertThat(me.getMe().firstName).isEqualTo("Noor")

        val preferences = etag(me.getNotificationPreferencesWithHttpInfo(null))
        assertThat(me.getNotificationPreferencesWithHttpInfo(preferences).statusCode).isEqualTo(304)
        val background = etag(me.getBackgroundWithHttpInfo(null))
        assertThat(me.getBackgroundWithHttpInfo(background).statusCode).isEqualTo(304)
    }

    private fun etag(response: ApiResponse<*>) =
        response.headers.entries.single { it.key.equals("ETag", ignoreCase = true) }.value.single()

    private fun expectStatus(status: Int, call: () -> Any) {
        assertThatThrownBy { call() }
            .isInstanceOfSatisfying(ClientException::class.java) { assertThat(it.statusCode).isEqualTo(status) }
    }

    private companion object {
        const val PASSWORD = "curtain-up-at-eight"
        const val NEXT_PASSWORD = "the-second-act-begins"
    }
}
