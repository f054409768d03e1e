package dev.stagedoor.platform.configuration;

/** A setting has an invalid value. The message omits the value, which may be a secret. */
public final class InvalidConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * For example {@code ("STAGEDOOR_PUBLIC_URL", "must be an http or https URL")}.
     *
     * @param setting     the environment variable or property
     * @param expectation the accepted values, as the predicate of a sentence
     */
    public InvalidConfigurationException(String setting, String expectation) {
        super("%s %s.".formatted(setting, expectation));
    }
}
