package dev.partnerattribution.wire.servers;

/** What a deployment runs in, and the version of it that is tested. */
enum Server {
    TOMCAT("Tomcat", "10.1.48"),
    WILDFLY("WildFly", "36.0.1.Final"),
    PAYARA_MICRO("Payara Micro", "6.2025.10"),
    QUARKUS("Quarkus", "3.20.3"),
    SPRING_BOOT_2("Spring Boot", "2.7.18"),
    SPRING_BOOT_3("Spring Boot", "3.5.7"),
    SPRING_BOOT_4("Spring Boot", "4.1.2"),
    FELIX("Felix", "7.0.5"),
    /** Of the machine. */
    MAVEN("Maven", "3.8.7"),
    /** Of the machine. */
    GRADLE("Gradle", "4.4.1");

    private final String title;
    private final String version;

    Server(String title, String version) {
        this.title = title;
        this.version = version;
    }

    String version() {
        return version;
    }

    /** Also what the documentation calls it. */
    @Override
    public String toString() {
        return title + " " + version;
    }
}
