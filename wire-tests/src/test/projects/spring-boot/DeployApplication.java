package com.contoso.boot;

import dev.partnerattribution.wire.program.GroupProgram;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Configuration;

/** Deploys when it is started. */
@Configuration(proxyBeanMethods = false)
public class DeployApplication implements CommandLineRunner {
    public static void main(String[] args) {
        System.exit(SpringApplication.exit(SpringApplication.run(DeployApplication.class, args)));
    }

    @Override
    public void run(String... args) {
        System.out.println(GroupProgram.created(args[0], args[1]));
    }
}
