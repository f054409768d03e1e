package dev.stagedoor.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "The members of a company, earliest first")
public record AdminCompanyMemberListResponseDto(List<AdminCompanyMemberDto> items) {}
