package dev.stagedoor.platform.configuration;

/** A setting that the service cannot use. Its value is not repeated: it may be a secret. */
public final class InvalidConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * For instance {@code ("STAGEDOOR_PUBLIC_URL", "must be an http or https address")}.
     *
     * @param setting     as the operator writes it
     * @param expectation what it must be, as the rest of the sentence
     */
    public InvalidConfigurationException(String setting, String expectation) {
        super("%s %s.".formatted(setting, expectation));
    }
}
