package dev.stagedoor.admin;

import dev.stagedoor.admin.AuditRepository.Position;
import dev.stagedoor.platform.error.ProblemException;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.web.Cursors;
import java.time.Instant;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;

/** Lists companies and their members. */
@Service
@RequiredArgsConstructor
public class CompanyDirectory {

    private final CompanyQuery companies;
    private final AuditLog auditLog;
    private final Cursors cursors;

    /**
     * Returns a page of companies, newest first.
     *
     * @param search a part of the name; null or blank for all companies
     * @param cursor null for the first page
     * @throws ProblemException {@code invalid-cursor}
     */
    public AdminCompanyListResponseDto list(
            CurrentUser actor, @Nullable String search, int limit, @Nullable String cursor) {
        var part = StringUtils.hasText(search) ? search.strip() : null;
        var scope = "companies " + actor.userId() + " " + part;
        var rows = companies.list(part, cursor == null ? null : position(scope, cursor), limit + 1);
        if (rows.size() <= limit) {
            return new AdminCompanyListResponseDto(rows, null);
        }
        var last = rows.get(limit - 1);
        return new AdminCompanyListResponseDto(
                rows.subList(0, limit), cursors.seal(scope, last.createdAt(), last.id()));
    }

    /** @throws ProblemException {@code not-found} */
    public AdminCompanyMemberListResponseDto members(CurrentUser actor, UUID companyId) {
        if (!companies.exists(companyId)) {
            throw ProblemException.notFound("company");
        }
        auditLog.record(actor, AuditAction.COMPANY_MEMBERS_LISTED, null, null, new Company(companyId));
        return new AdminCompanyMemberListResponseDto(companies.members(companyId));
    }

    private Position position(String scope, String cursor) {
        var position = cursors.open(scope, cursor);
        return new Position(Instant.parse(position.get(0)), UUID.fromString(position.get(1)));
    }

    /** The audited company. */
    private record Company(UUID companyId) {}
}
