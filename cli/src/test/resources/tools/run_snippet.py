"""Runs the snippet for Python as it is printed, with another endpoint and without a log-in, and creates a group.

Arguments: the file with the snippet, endpoint, subscription.
"""
import functools
import sys
import types

import azure.mgmt.resource.resources
from azure.core.credentials import AccessToken


class Anyone:
    def get_token(self, *scopes, **options):
        return AccessToken("none", 4102444800)


snippet, endpoint, subscription = sys.argv[1:4]
sys.modules["azure.identity"] = types.SimpleNamespace(DefaultAzureCredential=Anyone)
azure.mgmt.resource.resources.ResourceManagementClient = functools.partial(
    azure.mgmt.resource.resources.ResourceManagementClient, base_url=endpoint, credential_scopes=[endpoint + ".default"]
)
names = {}
with open(snippet, encoding="utf-8") as file:
    exec(file.read().replace("<your subscription>", subscription), names)
names["client"].resource_groups.create_or_update("python", {"location": "westeurope"})
