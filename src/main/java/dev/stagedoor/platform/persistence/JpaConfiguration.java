package dev.stagedoor.platform.persistence;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Names the implementations of repository fragments: {@code FavoriteStatementsSql} implements {@code FavoriteStatements}. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(basePackages = "dev.stagedoor", repositoryImplementationPostfix = "Sql")
class JpaConfiguration {}
