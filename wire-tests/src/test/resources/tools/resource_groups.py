"""Creates a resource group and lists all, by the Azure SDK for Python. Arguments: endpoint, subscription."""
import sys

from azure.core.credentials import AccessToken
from azure.mgmt.resource import ResourceManagementClient


class Anyone:
    def get_token(self, *scopes, **options):
        return AccessToken("none", 4102444800)


endpoint, subscription = sys.argv[1:3]
client = ResourceManagementClient(
    Anyone(), subscription, base_url=endpoint, credential_scopes=[endpoint + ".default"]
)
client.resource_groups.create_or_update("python", {"location": "westeurope"})
print([group.name for group in client.resource_groups.list()])
